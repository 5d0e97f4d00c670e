namespace FlowLab.Engine.LinearAlgebra.Sparse;

/// <summary>Some hidden units and samples of an input gradient.</summary>
internal unsafe struct PulledUnits
{
    /// <summary>The list of the first sample, from the first of the units on.</summary>
    internal SparseEntry* Entries;

    /// <summary>Entries from one sample's list to the next's: all hidden units.</summary>
    internal nint Units;

    /// <summary>Hidden units.</summary>
    internal int Count;

    /// <summary>Samples.</summary>
    internal int Samples;

    /// <summary>Floats from the row of one linear unit to that of the next.</summary>
    internal nint Stride;

    /// <summary>The rows that will be needed next.</summary>
    internal float* Next;

    /// <summary>Rows to ask for with each sample; 0: none.</summary>
    internal int NextPerSample;
}
