namespace FlowLab.LinearAlgebra;

/// <summary>What a bias has one value for.</summary>
public enum BiasAxis
{
    /// <summary>No bias.</summary>
    None = 0,

    /// <summary>One value for each column of the result.</summary>
    Columns = 1,

    /// <summary>One value for each row of the result.</summary>
    Rows = 2,
}
