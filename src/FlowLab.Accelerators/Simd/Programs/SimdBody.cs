namespace FlowLab.Accelerators.Simd;

/// <summary>Runs the instances x up to end of the row (y, z).</summary>
internal unsafe delegate void SimdBody(long* arguments, long x, long end, int y, int z);
