using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace PlantedFlows;

public sealed class PlantedSettings
{
    [Description("Number of layers, K."), Range(1, 1024)]
    public int Length { get; init; } = 2;

    [Description("What is wrong with it.")]
    public PlantedMistake Mistake { get; init; }
}
