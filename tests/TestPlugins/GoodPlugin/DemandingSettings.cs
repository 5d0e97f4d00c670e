using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace GoodPlugin;

public sealed class DemandingSettings
{
    [Description("Has no default."), Range(0.0, 1.0, MinimumIsExclusive = true)]
    public required double Rate { get; init; }
}
