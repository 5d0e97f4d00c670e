namespace FlowLab.Data;

/// <summary>What the numbers of a data point are, and so which likelihoods fit them.</summary>
public enum PointValues
{
    /// <summary>0 or 1.</summary>
    Binary,

    /// <summary>Intensities in [0, 1]; the levels k / 255 if the file has bytes.</summary>
    Intensities,

    /// <summary>Any finite number.</summary>
    Real,
}
