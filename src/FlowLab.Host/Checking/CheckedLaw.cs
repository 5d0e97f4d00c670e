using FlowLab.Testing.Laws;

namespace FlowLab.Host.Checking;

/// <summary>What a law said of a component on a device.</summary>
/// <param name="Subject">The component with its settings.</param>
/// <param name="Device">The device's name.</param>
/// <param name="Report">What was found.</param>
internal sealed record CheckedLaw(string Subject, string Device, LawReport Report)
{
    /// <summary>Whether somebody has to look at it.</summary>
    public bool IsFault => Report.Verdict is LawVerdict.Broken or LawVerdict.Undecided;

    /// <summary>The smallest failing case as a statement of a test; empty if there is none.</summary>
    public string Code(string kind) => Report.FailingCase.Length == 0
        ? ""
        : $"{char.ToUpperInvariant(kind[0])}{kind[1..]}Laws.Check(\"{Report.Law}\", Subject, Bench, {Report.FailingCase}).ThrowIfBroken();";
}
