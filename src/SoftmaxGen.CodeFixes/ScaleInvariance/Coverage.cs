namespace SoftmaxGen.CodeFixes.ScaleInvariance;

/// <summary>
/// Which of the exponentials that the maximum is taken of are in a value. A sum that all of them are in is at least 1 after the shift, as the largest of them is: it neither underflows nor
/// falls below a tiny floor. That can't be said of a sum of some.
/// </summary>
/// <param name="Terms">The exponentials that an element of is in the value, by bits.</param>
/// <param name="Sums">The exponentials all elements of which are in it.</param>
/// <param name="Loops">Of a term, the loops that it is an element of; of a sum, and of the zero that it starts from, the loops in which it was started.</param>
/// <param name="IsPositive">Whether nothing is in it but exponentials, as large as they are.</param>
internal readonly record struct Coverage(uint Terms, uint Sums, ulong Loops, bool IsPositive)
{
    public static Coverage Start(ulong loops) => new(0, 0, loops, true);

    public static Coverage OfExponential(uint group, ulong loops) => new(group, 0, loops, true);

    public bool IsTerm => Terms != 0;

    public Coverage WithoutTerms(uint lost) => (Terms & lost) == 0 ? this : (Terms & ~lost) == 0 ? default : this with { Terms = Terms & ~lost };

    public Coverage Weighted() => this with { IsPositive = false };

    public Coverage Join(Coverage other) => new(Terms & other.Terms, Sums & other.Sums, Loops | other.Loops, IsPositive && other.IsPositive);

    /// <summary>The sum of both, where the code is in some loops now.</summary>
    /// <param name="isAccumulated">Whether the sum takes the place of the one that is no term.</param>
    /// <param name="conditional">Exponentials that may be taken without being added.</param>
    public static Coverage Add(Coverage a, Coverage b, ulong open, bool isAccumulated, uint conditional)
    {
        var isPositive = a.IsPositive && b.IsPositive;
        if (a.IsTerm && b.IsTerm)
        {
            var both = new Coverage(a.Terms | b.Terms, 0, a.Loops | b.Loops, isPositive);
            return both.Loops == 0 ? new(0, both.Terms & ~conditional, open, isPositive) : both;
        }

        var (total, term) = a.IsTerm ? (b, a) : (a, b);
        if (!term.IsTerm)
            return new(0, a.Sums | b.Sums, a.Loops | b.Loops, isPositive);

        // Each element is added once: the total was started before the first, and there is no other loop in between.
        if (!isAccumulated && term.Loops != 0)
            return total.Sums == 0 ? term with { IsPositive = isPositive } : new(0, total.Sums, total.Loops, isPositive);
        var isAll = (total.Loops & term.Loops) == 0 && (open & ~total.Loops & ~term.Loops) == 0;
        if (!isAll && total.Sums == 0 && (total.Loops & term.Loops) == term.Loops)
            return term with { IsPositive = isPositive };
        var added = isAll ? term.Terms & ~conditional : 0;
        return new(0, (total.Sums & ~term.Terms) | added, total.Loops, isPositive);
    }

    /// <summary>The product of two sums.</summary>
    public Coverage Multiply(Coverage other) => new(0, Sums & other.Sums, Loops | other.Loops, IsPositive && other.IsPositive);

    /// <summary>What a call computes of all elements of a sequence.</summary>
    public Coverage Aggregate(ulong open) => (Loops & open) == 0 ? new(0, Terms | Sums, open, IsPositive) : default;

    public bool IsOf(uint all) => (Sums & all) == all;
}
