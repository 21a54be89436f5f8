using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Recognition;

/// <summary>What every place holds at one point of the program.</summary>
internal sealed class AbstractState
{
    private const int MaxAliases = 8;
    private Dictionary<AbstractLocation, AbstractValue> _values;

    // States are cloned at each branch, and few of them change: the table is copied when it does.
    private bool _isShared;

    // What a condition that was passed says of two variables, until one of them is written to.
    private ImmutableArray<(AbstractLocation Greater, AbstractLocation Less)> _orders = ImmutableArray<(AbstractLocation, AbstractLocation)>.Empty;

    /// <summary>Behind a return, throw, break or continue: nothing from here joins what follows.</summary>
    public bool IsUnreachable { get; set; }

    public AbstractState() => _values = new();

    private AbstractState(AbstractState other)
    {
        _values = other._values;
        _isShared = other._isShared = true;
        _orders = other._orders;
        IsUnreachable = other.IsUnreachable;
    }

    public AbstractState Clone() => new(this);

    public bool TryGet(AbstractLocation location, out AbstractValue value) => _values.TryGetValue(location, out value);

    public void Set(AbstractLocation location, AbstractValue value)
    {
        if (_isShared)
        {
            _values = new(_values);
            _isShared = false;
        }

        _values[location] = value;
        if (!_orders.IsEmpty)
            _orders = _orders.RemoveAll(order => order.Greater == location || order.Less == location);
    }

    public void SetOrder(AbstractLocation greater, AbstractLocation less) => _orders = _orders.Add((greater, less));

    public bool IsGreater(AbstractLocation greater, AbstractLocation less) => !_orders.IsEmpty && _orders.Contains((greater, less));

    /// <summary>The object a place leads to through references, or the place itself.</summary>
    public AbstractLocation Resolve(AbstractLocation location)
    {
        for (var i = 0; i < MaxAliases; i++)
        {
            if (!_values.TryGetValue(location, out var value) || value.Address is not { } target || target == location)
                return location;
            location = target;
        }

        return location;
    }

    /// <summary>Whether a part of an object holds exponentials.</summary>
    public bool HasExponentialsIn(AbstractLocation place)
    {
        foreach (var pair in _values)
        {
            if (!pair.Value.Origins.IsEmpty && pair.Key.Root.Equals(place.Root) && pair.Key.Path.Length > place.Path.Length && pair.Key.Path.StartsWith(place.Path, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Behind a loop what it left is invariant.</summary>
    public void Leave(ulong loop)
    {
        foreach (var pair in _values.Where(pair => (pair.Value.Variance & loop) != 0).ToList())
            Set(pair.Key, pair.Value.Settle(loop));
    }

    public AbstractState Join(AbstractState other) => Merge(other, static (a, b) => a.Join(b));

    public AbstractState Widen(AbstractState next) => Merge(next, static (a, b) => a.Widen(b));

    private AbstractState Merge(AbstractState other, Func<AbstractValue, AbstractValue, AbstractValue> merge)
    {
        if (IsUnreachable)
            return other.Clone();
        if (other.IsUnreachable)
            return Clone();

        var result = Clone();
        result._orders = _orders.RemoveAll(order => !other._orders.Contains(order));
        if (ReferenceEquals(_values, other._values))
            return result;
        foreach (var pair in other._values)
        {
            if (!_values.TryGetValue(pair.Key, out var mine))
                result.Set(pair.Key, OneSided(pair));
            else if (!ReferenceEquals(mine, pair.Value))
                result.Set(pair.Key, merge(result.Loosen(mine, pair.Value), other.Loosen(pair.Value, mine)));
        }

        foreach (var pair in _values)
        {
            if (!other._values.ContainsKey(pair.Key))
                result.Set(pair.Key, OneSided(pair));
        }

        return result;
    }

    // A reference that leads elsewhere, or nowhere, on the other path: what counts is what it leads to.
    private AbstractValue Loosen(AbstractValue value, AbstractValue counterpart) =>
        value.Address is { } address && counterpart.Address != address
            ? _values.TryGetValue(Resolve(address), out var content) ? content.Copy() : value.Copy()
            : value;

    // Written on one path only: what it held before on the other is not known, unless it is a variable declared there.
    private static AbstractValue OneSided(KeyValuePair<AbstractLocation, AbstractValue> pair) =>
        pair.Key is { Root: ILocalSymbol, Path.Length: 0 } || !pair.Value.Range.IsInformative
            ? pair.Value
            : pair.Value with { Range = Interval.All };
}
