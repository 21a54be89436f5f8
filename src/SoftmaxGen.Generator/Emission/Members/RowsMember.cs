using SoftmaxGen.Model;

namespace SoftmaxGen.Emission;

/// <summary><c>SoftmaxRows</c> and the like: any number of contiguous rows, each as the method for one row treats it.</summary>
internal sealed class RowsMember(MemberContext context, Pass single, RowsPass pass, string name, string summary, bool labelled = false) : Member(context)
{
    public static RowsMember Softmax(MemberContext context)
    {
        SoftmaxPass single = new(context);
        return new(context, single, new RowsPass(context, single, context.Arithmetic, labelled: false, batched: true), "SoftmaxRows", "The softmax of each row");
    }

    public static RowsMember LogSoftmax(MemberContext context)
    {
        LogSoftmaxPass single = new(context);
        return new(context, single, new RowsPass(context, single, context.ArithmeticOfLogarithms, labelled: false, batched: false), "LogSoftmaxRows", "The logarithm of the softmax of each row");
    }

    public static RowsMember CrossEntropyGradient(MemberContext context)
    {
        GradientPass single = new(context);
        return new(
            context, single, new RowsPass(context, single, context.Arithmetic, labelled: true, batched: false),
            "CrossEntropyGradientRows", "The gradient of the cross-entropy of each row with respect to it: p - onehot(label)", labelled: true);
    }

    public override IEnumerable<Method> Methods
    {
        get
        {
            string labels = labelled ? $"\n<param name=\"labels\">The index of the true class of each row, from 0 to {Length - 1}.</param>" : "";
            string errors = labelled
                ? $"\n<exception cref=\"T:System.ArgumentException\">The length of <paramref name=\"labels\"/> is not the number of rows.</exception>"
                    + $"\n<exception cref=\"T:System.ArgumentOutOfRangeException\">An element of <paramref name=\"labels\"/> is not the index of a class.</exception>"
                : "";
            string documentation = $"""
                <summary>{summary}.</summary>
                <param name="x">Any number of contiguous rows of {Length} logits; none is allowed.</param>{labels}
                <param name="destination">Receives as many rows. It may start where <paramref name="x"/> does, or be apart from it.</param>
                <remarks>A row with NaN or +infinity in it, or -infinity only, gives a row of NaN.</remarks>
                <exception cref="T:System.ArgumentException">The length of <paramref name="x"/> is not a multiple of {Length}, <paramref name="destination"/> is shorter than <paramref name="x"/>, or the two overlap partly.</exception>{errors}
                """;
            Parameter[] parameters = labelled ? [In("x"), new("ReadOnlySpan<int>", "labels"), Destination] : [In("x"), Destination];
            yield return new Method("void", name, [.. parameters], documentation);
        }
    }

    public override IEnumerable<Pass> Passes => [single, pass];

    public override void Write()
    {
        using (Entry(Methods.Single()))
        {
            Checks.Rows(Writer, Length, labelled);
            Checks.Destination(Writer, "x.Length");
            Checks.References(Writer, Element, "x.Length", "x.Length");
            Dispatch(pass, $"ref source, {(labelled ? "ref MemoryMarshal.GetReference(labels), " : "")}ref target, rows");
        }
    }
}
