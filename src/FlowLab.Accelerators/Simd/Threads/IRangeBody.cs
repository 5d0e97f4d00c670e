namespace FlowLab.Accelerators.Simd;

/// <summary>Work over a linear range that may be cut anywhere.</summary>
internal interface IRangeBody
{
    /// <summary>Runs the instances [from, to).</summary>
    void Run(long from, long to);
}
