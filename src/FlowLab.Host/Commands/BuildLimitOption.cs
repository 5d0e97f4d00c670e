using System.CommandLine;
using System.Globalization;
using FlowLab.Host.Runs;

namespace FlowLab.Host.Commands;

/// <summary><c>--build-limit</c>: how long a constructor may take.</summary>
internal sealed class BuildLimitOption : Option<double?>
{
    public BuildLimitOption()
        : base("--build-limit")
    {
        Description = string.Create(
            CultureInfo.InvariantCulture, $"Seconds that a component may take to be built, to read its data or to set its first parameters, before its cell is given up; {RunLimits.UsualSeconds} if left out.");
        HelpName = "SECONDS";
        CustomParser = PositiveNumber.Parse;
    }

    /// <summary>What the command line says.</summary>
    public TimeSpan Of(ParseResult parsed) => parsed.GetValue(this) is { } seconds ? TimeSpan.FromSeconds(seconds) : RunLimits.Usual.Building;
}
