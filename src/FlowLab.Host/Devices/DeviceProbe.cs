using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Host.Devices;

/// <summary>Runs the probe kernels on a device and compares with what their C# means.</summary>
internal static class DeviceProbe
{
    private const int Groups = 4;
    private const int Length = Groups * ProbeKernels.GroupSize;

    /// <summary>Devices may round functions and contract sums differently; a wrong one is off by far more.</summary>
    private const float Tolerance = 1e-5f;

    /// <summary>What the device computes wrongly, or null.</summary>
    public static string? FaultOf(Accelerator accelerator) => FaultOfNumbers(accelerator) ?? FaultOfGroups(accelerator);

    private static string? FaultOfNumbers(Accelerator accelerator)
    {
        using MemoryBuffer1D<int, Stride1D.Dense> integers = accelerator.Allocate1D<int>(Length);
        using MemoryBuffer1D<float, Stride1D.Dense> floats = accelerator.Allocate1D<float>(Length);
        using MemoryBuffer1D<float, Stride1D.Dense> curves = accelerator.Allocate1D<float>(Length);
        accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<int>, ArrayView<float>, ArrayView<float>>(ProbeKernels.Numbers)(
            Length, integers.View, floats.View, curves.View);
        accelerator.Synchronize();
        return Compare("integer", integers.GetAsArray1D(), ProbeKernels.Integer)
            ?? Compare("float", floats.GetAsArray1D(), ProbeKernels.Float)
            ?? Compare("curve", curves.GetAsArray1D(), ProbeKernels.Curve);
    }

    private static string? FaultOfGroups(Accelerator accelerator)
    {
        using MemoryBuffer1D<int, Stride1D.Dense> mirrored = accelerator.Allocate1D<int>(Length);
        accelerator.LoadStreamKernel<ArrayView<int>>(ProbeKernels.Exchange)((Groups, ProbeKernels.GroupSize), mirrored.View);
        accelerator.Synchronize();
        return Compare("group", mirrored.GetAsArray1D(), index => ProbeKernels.Integer(Mirrored(index)));
    }

    private static int Mirrored(int index) =>
        index - index % ProbeKernels.GroupSize + ProbeKernels.GroupSize - 1 - index % ProbeKernels.GroupSize;

    private static string? Compare(string what, int[] actual, Func<int, int> meaning)
    {
        int wrong = Array.FindIndex(Indices(actual.Length), index => actual[index] != meaning(index));
        return wrong < 0 ? null : DeviceFaults.ProbeFailed(what, wrong, meaning(wrong), actual[wrong]);
    }

    private static string? Compare(string what, float[] actual, Func<int, float> meaning)
    {
        int wrong = Array.FindIndex(Indices(actual.Length), index => !IsNear(actual[index], meaning(index)));
        return wrong < 0 ? null : DeviceFaults.ProbeFailed(what, wrong, meaning(wrong), actual[wrong]);
    }

    private static int[] Indices(int length) => [.. Enumerable.Range(0, length)];

    /// <summary>False of a NaN.</summary>
    private static bool IsNear(float actual, float expected) => MathF.Abs(actual - expected) <= Tolerance * MathF.Max(1, MathF.Abs(expected));
}
