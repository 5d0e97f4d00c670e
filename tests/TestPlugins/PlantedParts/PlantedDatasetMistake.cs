namespace PlantedParts;

/// <summary>What is wrong with a dataset.</summary>
public enum PlantedDatasetMistake
{
    None,

    /// <summary>All seeds draw the same points.</summary>
    SeedIgnored,

    /// <summary>All steps draw the same points.</summary>
    StepIgnored,

    /// <summary>Points depend on how many batches were drawn before.</summary>
    DrawsInTurn,

    /// <summary>The last feature is never written.</summary>
    NeverWritten,

    /// <summary>The last point's neighbor is written, too.</summary>
    PastTheEnd,

    /// <summary>It has no dimension.</summary>
    NoDimension,
}

