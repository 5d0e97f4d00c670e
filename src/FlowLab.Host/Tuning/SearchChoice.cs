using FlowLab.Random;

namespace FlowLab.Host.Tuning;

/// <summary>A choice.</summary>
/// <param name="Name">See <see cref="SearchDimension"/>.</param>
/// <param name="Values">What there is to choose from.</param>
internal sealed record SearchChoice(string Name, IReadOnlyList<SearchValue> Values) : SearchDimension(Name)
{
    /// <inheritdoc/>
    public override int? Count => Values.Count;

    /// <inheritdoc/>
    public override SearchValue Draw(RandomStream random) => Values[random.NextInteger(Values.Count)];
}
