using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace FaultyFlows;

public sealed class OutOfRangeSettings
{
    [Description("Its default is outside of its own range."), Range(0.0, 1.0)]
    public double Share { get; init; } = 2;

    [Description("Its default is not a number."), Range(0.0, 1.0)]
    public double Rate { get; init; } = double.NaN;
}
