using System.Collections.Immutable;

namespace SoftmaxGen.CodeFixes.ScaleInvariance;

/// <content>What loops do to segments, and how states are joined.</content>
internal sealed partial class Contents
{
    /// <summary>Ends an iteration: the element that it was at is among the visited ones.</summary>
    public Contents Fold(CountedLoop loop)
    {
        var folded = this;
        var touched = new HashSet<Visited>();
        foreach (var cell in _cells.Where(one => one.Key.Contains(loop.Counter)))
            folded = Visit(folded.With(copy => copy._cells = copy._cells.Remove(cell.Key)), new(cell.Key, "", loop.Counter), cell.Value);
        foreach (var segment in _segments.Where(one => one.Key.Shape.Contains(loop.Counter) && !one.Key.Spaces.Contains(loop.Counter)))
            folded = Visit(folded.With(copy => copy._segments = copy._segments.Remove(segment.Key)), new(segment.Key.Shape, segment.Key.Spaces, loop.Counter), segment.Value);

        // An iteration that left its element alone.
        foreach (var visited in _visited.Where(one => one.Key.Counter == loop.Counter && !touched.Contains(one.Key)))
            folded = Visit(folded, visited.Key, Unvisited(visited.Key, loop));
        return folded.Forget(loop.Counter, isFolded: true);

        Contents Visit(Contents into, Visited key, Degree degree)
        {
            if (!IndexExpression.IsInjective(key.Path, loop.Counter))
                return into.Weaken(IndexExpression.Pattern(key.Path), degree);
            touched.Add(key);
            return into.With(copy => copy._visited = copy._visited.SetItem(key, copy._visited.TryGetValue(key, out var before) ? before.Join(degree) : degree));
        }
    }

    /// <summary>Ends a loop: what it has gone through from the start to the end is a segment, or all there is.</summary>
    public Contents Close(CountedLoop loop, bool isComplete)
    {
        var closed = this;
        foreach (var (key, degree) in _visited.Where(one => one.Key.Counter == loop.Counter).Select(static one => (one.Key, one.Value)))
        {
            closed = closed.With(copy => copy._visited = copy._visited.Remove(key));
            var pattern = IndexExpression.Pattern(key.Path);
            var segment = Folded(new(key.Path, key.Spaces), loop);
            if (isComplete && IsWhole(segment))
            {
                closed = closed.Forget(pattern).With(copy => copy._rest = copy._rest.SetItem(pattern, degree));
                continue;
            }

            var of = isComplete ? degree : degree.Join(Unvisited(key, loop)).Plain();
            closed = closed.With(copy =>
            {
                copy._cells = copy._cells.SetItems(Cells(pattern).Select(one => new KeyValuePair<string, Degree>(one.Key, one.Value.Join(degree))));
                copy._segments = copy._segments.SetItems(copy.Segments(pattern).Select(one => new KeyValuePair<Segment, Degree>(one.Key, one.Value.Join(degree)))).SetItem(segment, of);
            });
        }

        return closed;
    }

    /// <summary>Forgets what is known by a number that is about to be another one.</summary>
    public Contents Forget(string number, bool isFolded = false)
    {
        var forgotten = this;
        foreach (var cell in _cells.Where(one => one.Key.Contains(number)))
            forgotten = forgotten.With(copy => copy._cells = copy._cells.Remove(cell.Key)).Weaken(IndexExpression.Pattern(cell.Key), cell.Value);
        foreach (var segment in _segments.Where(one => one.Key.Shape.Contains(number) || one.Key.Spaces.Contains(number)))
            forgotten = forgotten.With(copy => copy._segments = copy._segments.Remove(segment.Key)).Weaken(IndexExpression.Pattern(segment.Key.Shape), segment.Value);
        foreach (var visited in _visited.Where(one => (one.Key.Path.Contains(number) || one.Key.Spaces.Contains(number)) && !(isFolded && one.Key.Counter == number)))
            forgotten = forgotten.With(copy => copy._visited = copy._visited.Remove(visited.Key)).Weaken(IndexExpression.Pattern(visited.Key.Path), visited.Value);
        foreach (var path in _lengths.Where(one => one.Value.Contains(number)).Select(static one => one.Key))
            forgotten = forgotten.WithLength(path, null);
        return forgotten;
    }

    public Contents Join(Contents other, IReadOnlyList<CountedLoop> loops)
    {
        if (ReferenceEquals(this, other) || Equals(other))
            return this;
        var joined = new Contents(_default.Join(other._default), _name) { IsShared = IsShared || other.IsShared };
        joined._rest = Union(_rest, other._rest, key => Rest(key).Join(other.Rest(key)));
        joined._cells = Union(_cells, other._cells, key => Read(key, loops).Join(other.Read(key, loops)));
        joined._segments = Union(_segments, other._segments, key => Of(this, key).Join(Of(other, key)));
        joined._visited = Union(_visited, other._visited, key => At(_visited, key).Join(At(other._visited, key)));
        joined._lengths = Union(_lengths, other._lengths, path => Length(path) is { } length && length == other.Length(path) ? length : "");
        return joined;

        static Degree At(ImmutableDictionary<Visited, Degree> visited, Visited key) => visited.TryGetValue(key, out var degree) ? degree : Degree.Bottom;

        static Degree Of(Contents contents, Segment key) => contents._segments.TryGetValue(key, out var degree) ? degree
            : contents.All(IndexExpression.Pattern(key.Shape).Equals).Aggregate(contents.Rest(IndexExpression.Pattern(key.Shape)), static (total, one) => total.Join(one));

        static ImmutableDictionary<T, TValue> Union<T, TValue>(ImmutableDictionary<T, TValue> one, ImmutableDictionary<T, TValue> two, Func<T, TValue> join)
            where T : notnull => one.Keys.Concat(two.Keys).Distinct().ToImmutableDictionary(static key => key, join);
    }

    public bool Equals(Contents other) => _default.Equals(other._default) && IsShared == other.IsShared && Same(_rest, other._rest) && Same(_cells, other._cells) && Same(_segments, other._segments)
        && Same(_visited, other._visited) && Same(_lengths, other._lengths);

    private static bool Same<TKey, TValue>(ImmutableDictionary<TKey, TValue> one, ImmutableDictionary<TKey, TValue> two)
        where TKey : notnull => one.Count == two.Count && one.All(entry => two.TryGetValue(entry.Key, out var value) && EqualityComparer<TValue>.Default.Equals(value, entry.Value));

    private Degree Unvisited(Visited visited, CountedLoop loop) => _segments.TryGetValue(Folded(new(visited.Path, visited.Spaces), loop), out var degree) ? degree : Unsegmented(IndexExpression.Pattern(visited.Path));

    // for (i = 0; i < length; i++) over a list that no other list leads to.
    private bool IsWhole(Segment segment)
    {
        const string Each = "[" + IndexExpression.Hole + "]";
        if (!segment.Shape.EndsWith(Each, StringComparison.Ordinal))
            return false;
        var path = segment.Shape.Substring(0, segment.Shape.Length - Each.Length);
        return !path.Contains('[') && Length(path) is { } length && segment.Spaces == $"|{SpaceOf(length)}";
    }

    /// <summary>All indices of a list.</summary>
    public static string SpaceOf(string length) => $"0<{length}";
}
