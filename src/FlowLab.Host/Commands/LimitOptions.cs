using System.CommandLine;
using System.Globalization;
using FlowLab.Host.Runs;

namespace FlowLab.Host.Commands;

/// <summary>The options that say what a cell may take before it is given up.</summary>
internal sealed class LimitOptions
{
    /// <summary>2^30.</summary>
    public const double BytesPerGibibyte = 1024.0 * 1024 * 1024;

    private readonly Option<double?> _time = new("--time-limit")
    {
        Description = string.Create(CultureInfo.InvariantCulture, $"Seconds that an update, or a call of a component, may take before its cell is given up; {RunLimits.UsualSeconds} if left out. The first update and the measurement may take {RunLimits.UsualSeconds} in any case."),
        HelpName = "SECONDS", CustomParser = PositiveNumber.Parse,
    };

    private readonly BuildLimitOption _building = new();

    private readonly Option<double?> _memory = new("--memory-limit")
    {
        Description = "GiB of memory that the program may take before the cell that runs is given up; nine tenths of the machine's if left out.", HelpName = "GIB", CustomParser = PositiveNumber.Parse,
    };

    /// <summary>The options for a command.</summary>
    public IEnumerable<Option> All => [_time, _building, _memory];

    /// <summary>What the command line says.</summary>
    public RunLimits Of(ParseResult parsed) => new(
        parsed.GetValue(_time) is { } seconds ? TimeSpan.FromSeconds(seconds) : RunLimits.Usual.PerCall,
        parsed.GetValue(_memory) is { } gibibytes ? (long)(gibibytes * BytesPerGibibyte) : RunLimits.Usual.Memory)
    {
        Building = _building.Of(parsed),
    };
}
