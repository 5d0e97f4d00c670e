using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Host.Devices;

/// <summary>Runs the probe kernels on a device and compares with what their C# means.</summary>
internal static class DeviceProbe
{
    private const int Groups = 4;
    private const int Length = Groups * ProbeKernels.GroupSize;

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
        return ProbeComparison.FaultOf("integer", integers.GetAsArray1D(), ProbeKernels.Integer)
            ?? ProbeComparison.FaultOf("float", floats.GetAsArray1D(), ProbeKernels.Float)
            ?? ProbeComparison.FaultOf("curve", curves.GetAsArray1D(), ProbeKernels.Curve);
    }

    private static string? FaultOfGroups(Accelerator accelerator)
    {
        using MemoryBuffer1D<int, Stride1D.Dense> mirrored = accelerator.Allocate1D<int>(Length);
        accelerator.LoadStreamKernel<ArrayView<int>>(ProbeKernels.Exchange)((Groups, ProbeKernels.GroupSize), mirrored.View);
        accelerator.Synchronize();
        return ProbeComparison.FaultOf("group", mirrored.GetAsArray1D(), index => ProbeKernels.Integer(Mirrored(index)));
    }

    private static int Mirrored(int index) =>
        index - index % ProbeKernels.GroupSize + ProbeKernels.GroupSize - 1 - index % ProbeKernels.GroupSize;
}
