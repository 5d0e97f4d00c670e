using System.Runtime.Intrinsics;
using FlowLab.Engine.LinearAlgebra.Cpu;

namespace FlowLab.Engine.LinearAlgebra.Maxout;

/// <summary>The innermost loops for one width of vectors. All widths give the same bits.</summary>
/// <param name="lanes">Floats of a vector.</param>
internal sealed unsafe class MaxoutKernelSet(int lanes)
{
    internal int Lanes { get; } = lanes;

    internal delegate*<MaxoutEntry*, int*, int, float*, float*, nint, bool, void> Weights4 { get; init; }

    internal delegate*<MaxoutEntry*, int*, int, float*, float*, nint, bool, void> Weights1 { get; init; }

    internal delegate*<MaxoutPull*, float*, float*, void> Pull4 { get; init; }

    internal delegate*<MaxoutPull*, float*, float*, void> Pull1 { get; init; }

    internal static MaxoutKernelSet Of128 { get; } = new(Vector128<float>.Count)
    {
        Weights4 = &MaxoutKernels<Vector128<float>, Width128>.Weights4,
        Weights1 = &MaxoutKernels<Vector128<float>, Width128>.Weights1,
        Pull4 = &MaxoutKernels<Vector128<float>, Width128>.Pull4,
        Pull1 = &MaxoutKernels<Vector128<float>, Width128>.Pull1,
    };

    internal static MaxoutKernelSet Of256 { get; } = new(Vector256<float>.Count)
    {
        Weights4 = &MaxoutKernels<Vector256<float>, Width256>.Weights4,
        Weights1 = &MaxoutKernels<Vector256<float>, Width256>.Weights1,
        Pull4 = &MaxoutKernels<Vector256<float>, Width256>.Pull4,
        Pull1 = &MaxoutKernels<Vector256<float>, Width256>.Pull1,
    };

    internal static MaxoutKernelSet Of512 { get; } = new(Vector512<float>.Count)
    {
        Weights4 = &MaxoutKernels<Vector512<float>, Width512>.Weights4,
        Weights1 = &MaxoutKernels<Vector512<float>, Width512>.Weights1,
        Pull4 = &MaxoutKernels<Vector512<float>, Width512>.Pull4,
        Pull1 = &MaxoutKernels<Vector512<float>, Width512>.Pull1,
    };

    /// <summary>The widest that the processor has.</summary>
    internal static MaxoutKernelSet OfProcessor => Vector512.IsHardwareAccelerated ? Of512 : Vector256.IsHardwareAccelerated ? Of256 : Of128;
}
