namespace FlowLab.Host.Runs;

/// <summary>What a trained cell is wanted for.</summary>
public enum TrainedUse
{
    /// <summary>To be measured, beside what the run has measured: on the same data.</summary>
    Measured,

    /// <summary>To be drawn from, or to be written down.</summary>
    Drawn,
}
