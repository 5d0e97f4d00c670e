using FlowLab.Host.Manifests;

namespace FlowLab.Host.Runs;

/// <summary>A cell one of whose components could not be built in time, or took all memory.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Reason">Why it was given up.</param>
internal sealed record HangingCell(CellPlan Cell, CellGivenUpException Reason)
{
    private readonly string _components = CellSettingsJson.OfComponents(Cell.Manifest);

    /// <summary>Whether another cell is built of the same components, and so would hang as well.</summary>
    public bool IsLike(CellPlan other) => CellSettingsJson.OfComponents(other.Manifest) == _components;

    /// <summary>The numbered refusal of a command that has nothing to go on with.</summary>
    public FlowLabException Refusal() => new(
        Reason.Message[..6], $"while cell '{Cell.Id}' was built{CellFailure.WhereIn(Cell, Reason.Component)}: {Reason.Message[8..]}.", Reason);
}
