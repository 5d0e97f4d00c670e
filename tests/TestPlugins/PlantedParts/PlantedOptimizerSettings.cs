using System.ComponentModel;

namespace PlantedParts;

public sealed class PlantedOptimizerSettings
{
    [Description("What is wrong with it.")]
    public PlantedOptimizerMistake Mistake { get; init; }
}
