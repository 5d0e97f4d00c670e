using System.Reflection;
using FlowLab.Plugins.Tests;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.DeviceTests.Checks;

/// <summary>Every kernel that is shipped means on the device what its C# method means: integers exactly, floats within what mathematics of devices may differ.</summary>
internal static class ShippedChecks
{
    private const int ExtentX = 3;
    private const int ExtentY = 2;
    private const double Tolerance = 2e-5;

    internal static IEnumerable<DeviceCheck> Of(Accelerator accelerator) =>
        ShippedKernels.All.Select(method => new DeviceCheck(ShippedKernels.NameOf(method), () => Check(accelerator, method)));

    private static string? Check(Accelerator accelerator, MethodInfo method)
    {
        using var arguments = new KernelArguments();
        var values = arguments.Of(method);
        arguments.Restore();
        RunNatively(method, values);
        var expected = arguments.Snapshot();
        arguments.Restore();
        RunOnDevice(accelerator, method, values);
        return KernelNumbers.DifferenceOf(arguments.Snapshot(), expected, Tolerance);
    }

    private static void RunOnDevice(Accelerator accelerator, MethodInfo method, object[] values)
    {
        using var copies = new DeviceArguments(accelerator);
        using var kernel = accelerator.LoadAutoGroupedKernel(method);
        var onDevice = copies.Of(values);
        if (IsPlane(method))
            kernel.Launch(accelerator.DefaultStream, new Index2D(ExtentX, ExtentY), onDevice);
        else
            kernel.Launch(accelerator.DefaultStream, new Index1D(ExtentX), onDevice);
        accelerator.Synchronize();
        copies.CopyBack();
    }

    private static void RunNatively(MethodInfo method, object[] values)
    {
        for (var y = 0; y < (IsPlane(method) ? ExtentY : 1); y++)
        {
            for (var x = 0; x < ExtentX; x++)
                method.Invoke(null, [IsPlane(method) ? new Index2D(x, y) : new Index1D(x), .. values]);
        }
    }

    private static bool IsPlane(MethodInfo method) => method.GetParameters()[0].ParameterType == typeof(Index2D);
}
