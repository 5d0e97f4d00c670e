namespace PlantedParts;

/// <summary>What is wrong with an energy.</summary>
public enum PlantedEnergyMistake
{
    None,

    /// <summary>The gradient points uphill.</summary>
    GradientSign,

    /// <summary>The gradient forgets the factor of the loss.</summary>
    ScaleIgnored,

    /// <summary>The gradient is added to what its buffer holds.</summary>
    GradientAccumulated,

    /// <summary>Energies are written one place further.</summary>
    PastTheEnd,

    /// <summary>Every seed reads the points of the first.</summary>
    OtherSeed,

    /// <summary>Beyond 1000 U is no number.</summary>
    NanFarOut,

    /// <summary>The grid has its ends swapped.</summary>
    GridSwapped,
}

