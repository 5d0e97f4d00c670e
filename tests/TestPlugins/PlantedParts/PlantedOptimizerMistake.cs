namespace PlantedParts;

/// <summary>What is wrong with an optimizer.</summary>
public enum PlantedOptimizerMistake
{
    None,

    /// <summary>It climbs.</summary>
    Uphill,

    /// <summary>It moves seeds that have been stopped.</summary>
    MovesStopped,

    /// <summary>The velocity is kept in the optimizer, and lost with it.</summary>
    StateKept,

    /// <summary>The last parameter's neighbor is written, too.</summary>
    PastTheEnd,
}

