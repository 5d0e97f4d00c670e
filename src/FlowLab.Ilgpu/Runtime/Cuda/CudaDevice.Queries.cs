using System.Text;

namespace ILGPU.Runtime.Cuda;

public sealed unsafe partial class CudaDevice
{
    private const int LongestName = 256;

    internal int Value(CudaAttribute attribute)
    {
        int value;
        Check(Api.DeviceGetAttribute(&value, attribute, Handle));
        return value;
    }

    private bool Has(CudaAttribute attribute) => Value(attribute) != 0;

    private int HandleOf(int ordinal)
    {
        int device;
        Check(Api.DeviceGet(&device, ordinal));
        return device;
    }

    private string NameOfDevice()
    {
        var name = stackalloc byte[LongestName];
        Check(Api.DeviceGetName(name, LongestName, Handle));
        var text = new ReadOnlySpan<byte>(name, LongestName);
        var end = text.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? text : text[..end]);
    }

    private long TotalMemory()
    {
        nuint bytes;
        Check(Api.DeviceTotalMemory(&bytes, Handle));
        return (long)bytes;
    }

    private void Check(CudaStatus status) => CudaException.ThrowIfFailed(Api, status, "asking for the properties of CUDA device", DeviceId);
}
