namespace ILGPU.Runtime.OpenCL;

public sealed unsafe partial class CLDevice
{
    private const string Attempt = "asking an OpenCL device for its properties";

    internal string Text(uint property) => CLInfo.TextOf((size, value, needed) => CLNative.GetDeviceInfo(DeviceId, property, size, value, needed), Attempt);

    internal T Value<T>(uint property)
        where T : unmanaged =>
        CLInfo.ValueOf<T>((size, value, needed) => CLNative.GetDeviceInfo(DeviceId, property, size, value, needed), Attempt);

    internal T[] List<T>(uint property)
        where T : unmanaged =>
        CLInfo.ListOf<T>((size, value, needed) => CLNative.GetDeviceInfo(DeviceId, property, size, value, needed), Attempt);

    private static long Clamped(ulong value) => (long)Math.Min(value, long.MaxValue);

    private Index3D GroupSizes()
    {
        var sizes = List<nuint>(CLInfo.DeviceMaxWorkItemSizes);
        int Size(int axis) => axis < sizes.Length ? (int)Math.Min(sizes[axis], (nuint)MaxNumThreadsPerGroup) : 1;
        return new(Size(0), Size(1), Size(2));
    }
}
