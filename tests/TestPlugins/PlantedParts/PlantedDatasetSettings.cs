using System.ComponentModel;

namespace PlantedParts;

public sealed class PlantedDatasetSettings
{
    [Description("What is wrong with it.")]
    public PlantedDatasetMistake Mistake { get; init; }
}
