using System.ComponentModel;

namespace PlantedParts;

public sealed class PlantedEnergySettings
{
    [Description("What is wrong with it.")]
    public PlantedEnergyMistake Mistake { get; init; }
}
