namespace FlowLab.Host.Runs;

/// <summary>What a cell is at, as far as the time that a call may take depends on it.</summary>
internal enum CellPhase
{
    /// <summary>Neither of the others: the first update, which compiles kernels, and the measurement.</summary>
    Other,

    /// <summary>Components are built and initialized.</summary>
    Building,

    /// <summary>An update that is not the first.</summary>
    Updating,
}
