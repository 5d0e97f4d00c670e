using ILGPU.Runtime.OpenCL;

namespace FlowLab.Accelerators.OpenCl12;

public sealed unsafe partial class OpenCl12Device
{
    /// <summary>That of other devices: ILGPU's group algorithms have room for 2048 threads, and some drivers offer more.</summary>
    private const int LargestGroup = 1024;

    private const string Attempt = "asking an OpenCL device for its properties";

    internal bool HasExtensions(params ReadOnlySpan<string> extensions)
    {
        foreach (var extension in extensions)
        {
            if (!HasExtension(extension))
                return false;
        }

        return true;
    }

    internal string Text(uint property) => OpenClInfo.TextOf((size, value, needed) => OpenClApi.GetDeviceInfo(DeviceId, property, size, value, needed), Attempt);

    internal T Value<T>(uint property)
        where T : unmanaged =>
        OpenClInfo.ValueOf<T>((size, value, needed) => OpenClApi.GetDeviceInfo(DeviceId, property, size, value, needed), Attempt);

    internal T[] List<T>(uint property)
        where T : unmanaged =>
        OpenClInfo.ListOf<T>((size, value, needed) => OpenClApi.GetDeviceInfo(DeviceId, property, size, value, needed), Attempt);

    private static long Clamped(ulong value) => (long)Math.Min(value, long.MaxValue);

    private void TakeLimits()
    {
        MemorySize = Clamped(Value<ulong>(OpenClInfo.DeviceGlobalMemSize));
        LargestBuffer = Clamped(Value<ulong>(OpenClInfo.DeviceMaxMemAllocSize));
        LargestParameters = (int)Value<nuint>(OpenClInfo.DeviceMaxParameterSize);
        NumMultiprocessors = Value<int>(OpenClInfo.DeviceMaxComputeUnits);
        MaxNumThreadsPerGroup = (int)Math.Min(Value<nuint>(OpenClInfo.DeviceMaxWorkGroupSize), LargestGroup);
        MaxNumThreadsPerMultiprocessor = MaxNumThreadsPerGroup;
        MaxSharedMemoryPerGroup = (int)Math.Min(Value<ulong>(OpenClInfo.DeviceLocalMemSize), int.MaxValue);
        MaxConstantMemory = (int)Math.Min(Value<ulong>(OpenClInfo.DeviceMaxConstantBufferSize), int.MaxValue);
        MaxGridSize = OpenClLaunchShape.LargestGrid;
        MaxGroupSize = GroupSizes();
        WarpSize = Target.WarpSize;
        Capabilities = new CLCapabilityContext(
            float16: false, HasDoubles, genericAddressSpace: false, Target.HasExtendedLongAtomics, Target.Shuffles != OpenClShuffles.LocalMemory);
    }

    private Index3D GroupSizes()
    {
        var sizes = List<nuint>(OpenClInfo.DeviceMaxWorkItemSizes);
        int Size(int axis) => axis < sizes.Length ? (int)Math.Min(sizes[axis], (nuint)MaxNumThreadsPerGroup) : 1;
        return new(Size(0), Size(1), Size(2));
    }
}
