using System.Collections.Immutable;

namespace SoftmaxGen.CodeFixes.ScaleInvariance;

/// <summary>Elements that a loop visits: their common index, with <see cref="IndexExpression.Hole"/> for the counters, and what the counters run over.</summary>
internal readonly record struct Segment(string Shape, string Spaces);

/// <summary>What a loop has visited so far. The rest of the segment is still what it was.</summary>
/// <param name="Path">The index, with the counter of the loop in it.</param>
/// <param name="Spaces">What the counters of loops inside run over.</param>
/// <param name="Counter">The counter of the loop.</param>
internal readonly record struct Visited(string Path, string Spaces, string Counter);

/// <summary>A loop that visits each value of its counter once.</summary>
/// <param name="Counter">The value number of the counter in the present iteration.</param>
/// <param name="Space">What it runs over: equal text, equal values.</param>
internal sealed record CountedLoop(string Counter, string Space);

/// <summary>
/// The degrees of what an object leads to: its elements and fields, by path. Elements are one abstract location with weak updates, out of which are split
/// the element that the present iteration of a loop is at, and the segment that a loop has gone through (the array segmentation of Cousot, Cousot and Logozzo, with as many
/// segments as there are loops).
/// </summary>
internal sealed partial class Contents
{
    private ImmutableDictionary<string, Degree> _rest = ImmutableDictionary<string, Degree>.Empty;
    private ImmutableDictionary<string, Degree> _cells = ImmutableDictionary<string, Degree>.Empty;
    private ImmutableDictionary<Segment, Degree> _segments = ImmutableDictionary<Segment, Degree>.Empty;
    private ImmutableDictionary<Visited, Degree> _visited = ImmutableDictionary<Visited, Degree>.Empty;
    private ImmutableDictionary<string, string> _lengths = ImmutableDictionary<string, string>.Empty;
    private readonly Degree _default;

    private readonly string? _name;

    private Contents(Degree @default, string? name) => (_default, _name) = (@default, name);

    /// <summary>Whether other objects lead to this one, through which it may be seen at any time.</summary>
    public bool IsShared { get; private set; }

    public bool IsInvariant => Everything().All(static degree => degree.IsInvariant);

    /// <param name="default">What is there before anything is stored.</param>
    /// <param name="name">A name for the lengths of what comes from elsewhere.</param>
    public static Contents Of(Degree @default, string? name = null) => new(@default, name);

    public Contents Shared() => With(static copy => copy.IsShared = true);

    /// <summary>The number of elements of the list under a path; null where it is not known.</summary>
    public string? Length(string path) => _lengths.TryGetValue(path, out var length) ? (length == "" ? null : length) : _name is null ? null : IndexExpression.Unknown($"length of {_name}{path}");

    public IEnumerable<string> UnknownLengths => _lengths.Where(static one => one.Value == "" && !one.Key.Contains('[') && !one.Key.EndsWith("#", StringComparison.Ordinal)).Select(static one => one.Key);

    public Contents WithLength(string path, string? length) => With(copy => copy._lengths = copy._lengths.SetItem(path, length ?? ""));

    /// <summary>All that is under a path.</summary>
    public Degree Total(string path)
    {
        var pattern = IndexExpression.Pattern(path);
        return All(of => of.StartsWith(pattern, StringComparison.Ordinal)).Aggregate(_default, static (total, degree) => total.Join(degree));
    }

    public Degree Read(string path, IReadOnlyList<CountedLoop> loops)
    {
        var pattern = IndexExpression.Pattern(path);
        if (path.Contains('*'))
            return All(pattern.Equals).Aggregate(Rest(pattern), static (total, degree) => total.Join(degree));
        if (_cells.TryGetValue(path, out var cell))
            return cell;

        var degree = Unvisited(path, loops, out var own, out var isAll);
        if (!isAll)
            degree = degree.Plain();
        degree = Cells(pattern).Where(other => !IndexExpression.AreDistinct(other.Key, path)).Aggregate(degree, static (total, other) => total.Join(other.Value));
        return _visited.Where(other => IndexExpression.Pattern(other.Key.Path) == pattern && !own.Contains(SegmentOf(other.Key, loops))).Aggregate(degree, static (total, other) => total.Join(other.Value));
    }

    /// <summary>Stores a value in one element, or in any, where the path does not tell which.</summary>
    public Contents Write(string path, Degree degree, IReadOnlyList<CountedLoop> loops)
    {
        var pattern = IndexExpression.Pattern(path);
        if (path.Contains('*'))
            return Weaken(pattern, degree);
        Unvisited(path, loops, out var own, out _);
        return With(copy =>
        {
            foreach (var other in Cells(pattern).Where(other => !IndexExpression.AreDistinct(other.Key, path)))
                copy._cells = copy._cells.SetItem(other.Key, other.Value.Join(degree));
            foreach (var other in Segments(pattern).Where(other => !own.Contains(other.Key)))
                copy._segments = copy._segments.SetItem(other.Key, other.Value.Join(degree));
            foreach (var other in _visited.Where(other => IndexExpression.Pattern(other.Key.Path) == pattern && !own.Contains(SegmentOf(other.Key, loops))))
                copy._visited = copy._visited.SetItem(other.Key, other.Value.Join(degree));
            copy._cells = copy._cells.SetItem(path, degree);
        });
    }

    /// <summary>Replaces all elements under a path that has no index.</summary>
    public Contents Fill(string path, Degree degree)
    {
        var pattern = IndexExpression.Pattern(path);
        if (pattern != path)
            return Weaken(pattern + "[]", degree);
        return Forget(pattern + "[]").With(copy => copy._rest = copy._rest.SetItem(pattern + "[]", degree));
    }

    /// <summary>Unknown code may have stored there what it likes, but all that it knows is invariant.</summary>
    public Contents Havoc() => new(Degree.Invariant, _name) { _lengths = _lengths, IsShared = IsShared };

    /// <summary>The contents where the factor is 1. What nothing was stored in yet stays as it is.</summary>
    public Contents OfEveryDegree() => Map(static degree => degree.OfEveryDegree());

    /// <summary>Makes what has another degree than 0 useless: the factor is another one from here on.</summary>
    public Contents Renew() => Map(static degree => degree.Renew());

    /// <summary>Elements that are known one by one are any elements for a loop that goes through all.</summary>
    public Contents Blur(IReadOnlyList<CountedLoop> loops)
    {
        var blurred = this;
        foreach (var cell in _cells.Where(one => one.Key.Contains('[') && !loops.Any(loop => one.Key.Contains(loop.Counter))))
            blurred = blurred.With(copy => copy._cells = copy._cells.Remove(cell.Key)).Weaken(IndexExpression.Pattern(cell.Key), cell.Value);
        return blurred;
    }

    /// <summary>An element that is known by itself.</summary>
    public Degree? Cell(string path) => _cells.TryGetValue(path, out var cell) ? cell : null;

    /// <summary>Another iteration starts, or the last one has ended: what an element was in the one before is not what it is.</summary>
    public Contents Pass(ulong loop) => _cells.All(one => !one.Value.Coverage.IsTerm || (one.Value.Coverage.Loops & loop) == 0) ? this
        : With(copy => copy._cells = copy._cells.SetItems(_cells.Where(one => one.Value.Coverage.IsTerm && (one.Value.Coverage.Loops & loop) != 0).Select(static one => new KeyValuePair<string, Degree>(one.Key, one.Value.Plain()))));

    private Contents Map(Func<Degree, Degree> change)
    {
        return With(copy =>
        {
            copy._rest = Mapped(copy._rest);
            copy._cells = Mapped(copy._cells);
            copy._segments = Mapped(copy._segments);
            copy._visited = Mapped(copy._visited);
        });

        ImmutableDictionary<T, Degree> Mapped<T>(ImmutableDictionary<T, Degree> degrees)
            where T : notnull => degrees.SetItems(degrees.Select(one => new KeyValuePair<T, Degree>(one.Key, change(one.Value))));
    }

    /// <summary>The same under a path of another object.</summary>
    public Contents Graft(string path, Contents other)
    {
        var grafted = this;
        foreach (var pattern in other.Patterns().Append("[]").Distinct())
            grafted = (path.Contains('[') ? grafted : grafted.Forget(IndexExpression.Pattern(path) + pattern)).Weaken(IndexExpression.Pattern(path) + pattern, other.All(pattern.Equals).Aggregate(other.Rest(pattern), static (total, degree) => total.Join(degree)), isNew: !path.Contains('['));
        return path.Contains('[') ? grafted : grafted.WithLength(path, other.Length(""));
    }

    private Contents Weaken(string pattern, Degree degree, bool isNew = false) => With(copy =>
    {
        copy._rest = copy._rest.SetItem(pattern, isNew ? degree : copy.Rest(pattern).Join(degree));
        copy._cells = copy._cells.SetItems(Cells(pattern).Select(one => new KeyValuePair<string, Degree>(one.Key, one.Value.Join(degree))));
        copy._segments = copy._segments.SetItems(Segments(pattern).Select(one => new KeyValuePair<Segment, Degree>(one.Key, one.Value.Join(degree))));
        copy._visited = copy._visited.SetItems(_visited.Where(one => IndexExpression.Pattern(one.Key.Path) == pattern).Select(one => new KeyValuePair<Visited, Degree>(one.Key, one.Value.Join(degree))));
    });

    private Contents Forget(string pattern) => With(copy =>
    {
        copy._rest = copy._rest.Remove(pattern);
        copy._cells = copy._cells.RemoveRange(Cells(pattern).Select(static one => one.Key));
        copy._segments = copy._segments.RemoveRange(Segments(pattern).Select(static one => one.Key));
        copy._visited = copy._visited.RemoveRange(_visited.Keys.Where(one => IndexExpression.Pattern(one.Path) == pattern));
    });

    /// <summary>What an element is that its loop has not come to yet, and the segments that it is in.</summary>
    /// <param name="isAll">Whether the loops get to all that was stored there.</param>
    private Degree Unvisited(string path, IReadOnlyList<CountedLoop> loops, out HashSet<Segment> own, out bool isAll)
    {
        own = [];
        isAll = false;
        Degree? found = null;
        var segment = new Segment(path, "");
        for (var depth = loops.Count - 1; depth >= 0; depth--)
        {
            if (!segment.Shape.Contains(loops[depth].Counter))
                continue;
            if (!IndexExpression.IsInjective(segment.Shape, loops[depth].Counter))
                break;
            segment = Folded(segment, loops[depth]);
            own.Add(segment);
            isAll |= IsWhole(segment);
            if (found is null && _segments.TryGetValue(segment, out var degree))
            {
                found = degree;
                isAll = true;
            }
        }

        return found ?? Unsegmented(IndexExpression.Pattern(path));
    }

    private Degree Unsegmented(string pattern) => Segments(pattern).Aggregate(Rest(pattern), static (total, other) => total.Join(other.Value));

    private static Segment Folded(Segment segment, CountedLoop loop) => new(segment.Shape.Replace(loop.Counter, IndexExpression.Hole), $"{segment.Spaces}|{loop.Space}");

    private static Segment SegmentOf(Visited visited, IReadOnlyList<CountedLoop> loops) =>
        loops.LastOrDefault(loop => loop.Counter == visited.Counter) is { } loop ? Folded(new(visited.Path, visited.Spaces), loop) : default;

    private Degree Rest(string pattern) => _rest.TryGetValue(pattern, out var degree) ? degree : _default;

    private IEnumerable<KeyValuePair<string, Degree>> Cells(string pattern) => _cells.Where(one => IndexExpression.Pattern(one.Key) == pattern);

    private IEnumerable<KeyValuePair<Segment, Degree>> Segments(string pattern) => _segments.Where(one => IndexExpression.Pattern(one.Key.Shape) == pattern);

    private IEnumerable<Degree> All(Func<string, bool> isMeant) =>
        _rest.Where(one => isMeant(one.Key)).Select(static one => one.Value)
            .Concat(_cells.Where(one => isMeant(IndexExpression.Pattern(one.Key))).Select(static one => one.Value))
            .Concat(_segments.Where(one => isMeant(IndexExpression.Pattern(one.Key.Shape))).Select(static one => one.Value))
            .Concat(_visited.Where(one => isMeant(IndexExpression.Pattern(one.Key.Path))).Select(static one => one.Value));

    private IEnumerable<Degree> Everything() => All(static _ => true);

    private IEnumerable<string> Patterns() => _rest.Keys.Concat(_cells.Keys.Select(IndexExpression.Pattern)).Concat(_segments.Keys.Select(static one => IndexExpression.Pattern(one.Shape)))
        .Concat(_visited.Keys.Select(static one => IndexExpression.Pattern(one.Path))).Distinct();

    private Contents With(Action<Contents> change)
    {
        var copy = (Contents)MemberwiseClone();
        change(copy);
        return copy;
    }
}
