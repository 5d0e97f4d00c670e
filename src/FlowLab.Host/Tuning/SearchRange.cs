using System.Globalization;
using System.Text.Json.Nodes;
using FlowLab.Random;

namespace FlowLab.Host.Tuning;

/// <summary>A range, ends included.</summary>
/// <param name="Name">See <see cref="SearchDimension"/>.</param>
/// <param name="Minimum">The lower end.</param>
/// <param name="Maximum">The upper end.</param>
/// <param name="IsLogarithmic">Whether ratios count and not differences.</param>
/// <param name="IsInteger">Whether only whole numbers are drawn.</param>
internal sealed record SearchRange(string Name, double Minimum, double Maximum, bool IsLogarithmic, bool IsInteger) : SearchDimension(Name)
{
    private const int Digits = 4;

    /// <inheritdoc/>
    public override int? Count => IsInteger ? (int)Math.Min(int.MaxValue, Maximum - Minimum + 1) : null;

    /// <inheritdoc/>
    public override SearchValue Draw(RandomStream random)
    {
        double widening = IsInteger ? 0.5 : 0;
        double low = Minimum - widening, high = Maximum + widening;
        double value = IsLogarithmic ? Math.Exp(random.NextUniform(Math.Log(low), Math.Log(high))) : random.NextUniform(low, high);
        if (IsInteger)
        {
            int whole = (int)Math.Clamp(Math.Round(value), Minimum, Maximum);
            return new SearchValue(whole.ToString(CultureInfo.InvariantCulture), JsonValue.Create(whole));
        }
        double rounded = Math.Clamp(double.Parse(value.ToString("e" + (Digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), Minimum, Maximum);
        return new SearchValue(rounded.ToString("R", CultureInfo.InvariantCulture), JsonValue.Create(rounded));
    }
}
