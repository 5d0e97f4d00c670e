using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace MyDataset;

/// <summary>What a manifest can say of the dataset beside its name.</summary>
public sealed class MyDatasetSettings
{
    [Description("Standard deviation of what is added to the points of the spiral."), Range(0.0, 1.0)]
    public double Noise { get; init; } = 0.1;
}
