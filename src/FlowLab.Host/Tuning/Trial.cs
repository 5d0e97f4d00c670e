namespace FlowLab.Host.Tuning;

/// <summary>One point of the space.</summary>
/// <param name="Number">Counted from 0 in the order drawn.</param>
/// <param name="Values">A value per dimension.</param>
internal sealed record Trial(int Number, IReadOnlyList<SearchValue> Values)
{
    /// <summary>Its label on the axis <see cref="Axis"/> of a rung's run.</summary>
    public string Label => FormattableString.Invariant($"trial {Number}");

    /// <summary>The axis of a rung's run.</summary>
    public const string Axis = "trial";

    /// <summary>What tells it from other trials.</summary>
    public string Text(IReadOnlyList<SearchDimension> space) => string.Join(", ", space.Zip(Values, (dimension, value) => $"{dimension.Name} = {value.Label}"));
}
