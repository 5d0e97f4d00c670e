using System.Reflection;
using FlowLab.Plugins.Tests;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Tests.OpenCL;

namespace FlowLab.DeviceTests.Checks;

/// <summary>Every kernel that is shipped gives on the device the bits of its C# method.</summary>
internal static class ShippedChecks
{
    private const int ExtentX = 3;
    private const int ExtentY = 2;

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
        using (var onDevice = new DeviceArguments(accelerator))
        {
            DeviceLaunch.Run(accelerator, KernelEntry.OfIndex(method), DimensionsOf(method), onDevice.Of(values));
            onDevice.CopyBack();
        }

        var actual = arguments.Snapshot();
        var at = expected.AsSpan().CommonPrefixLength(actual);
        return at == expected.Length ? null : $"byte {at} of its buffers is {actual[at]}, expected {expected[at]}";
    }

    private static LaunchDimensions DimensionsOf(MethodInfo method) =>
        IsPlane(method) ? LaunchDimensions.Of(new Index2D(ExtentX, ExtentY)) : LaunchDimensions.Of(new Index1D(ExtentX));

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
