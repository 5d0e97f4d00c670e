using System.Runtime.Intrinsics;
using FlowLab.Engine.LinearAlgebra.Cpu;

namespace FlowLab.Engine.LinearAlgebra.Sparse;

/// <summary>The innermost loops for one width of vectors. All widths give the same bits.</summary>
/// <param name="lanes">Floats of a vector.</param>
internal sealed unsafe class SparseKernelSet(int lanes)
{
    /// <summary>Columns of a block of rows: four vectors of 512 bits, sums that stay in registers.</summary>
    internal const int Columns = 64;

    internal int Lanes { get; } = lanes;

    internal delegate*<SparseEntry*, int*, int, float*, float*, nint, bool, void> Lists4 { get; init; }

    internal delegate*<SparseEntry*, int*, int, float*, float*, nint, bool, void> Lists1 { get; init; }

    internal delegate*<PulledUnits*, float*, float*, void> Pull4 { get; init; }

    internal delegate*<PulledUnits*, float*, float*, void> Pull1 { get; init; }

    internal static SparseKernelSet Of128 { get; } = new(Vector128<float>.Count)
    {
        Lists4 = &SparseKernels<Vector128<float>, Width128>.Lists4,
        Lists1 = &SparseKernels<Vector128<float>, Width128>.Lists1,
        Pull4 = &SparseKernels<Vector128<float>, Width128>.Pull4,
        Pull1 = &SparseKernels<Vector128<float>, Width128>.Pull1,
    };

    internal static SparseKernelSet Of256 { get; } = new(Vector256<float>.Count)
    {
        Lists4 = &SparseKernels<Vector256<float>, Width256>.Lists4,
        Lists1 = &SparseKernels<Vector256<float>, Width256>.Lists1,
        Pull4 = &SparseKernels<Vector256<float>, Width256>.Pull4,
        Pull1 = &SparseKernels<Vector256<float>, Width256>.Pull1,
    };

    internal static SparseKernelSet Of512 { get; } = new(Vector512<float>.Count)
    {
        Lists4 = &SparseKernels<Vector512<float>, Width512>.Lists4,
        Lists1 = &SparseKernels<Vector512<float>, Width512>.Lists1,
        Pull4 = &SparseKernels<Vector512<float>, Width512>.Pull4,
        Pull1 = &SparseKernels<Vector512<float>, Width512>.Pull1,
    };

    /// <summary>The widest that the processor has.</summary>
    internal static SparseKernelSet OfProcessor => Vector512.IsHardwareAccelerated ? Of512 : Vector256.IsHardwareAccelerated ? Of256 : Of128;
}
