namespace PlantedFlows;

/// <summary>What the kernels know of the flow.</summary>
public readonly struct PlantedLayers(int length, int mistake, float kept)
{
    /// <summary>Layers, K.</summary>
    public readonly int Length = length;

    /// <summary>A <see cref="PlantedMistake"/>.</summary>
    public readonly int Mistake = mistake;

    /// <summary>What a flow that keeps state adds.</summary>
    public readonly float Kept = kept;

    /// <summary>Whether this is the mistake.</summary>
    public bool Has(PlantedMistake mistake) => Mistake == (int)mistake;
}
