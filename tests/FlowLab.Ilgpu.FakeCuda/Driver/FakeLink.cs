using System.Runtime.InteropServices;
using System.Text;
using ILGPU.Runtime.Cuda;
using ILGPU.Tests.Cuda.Machine;

namespace ILGPU.Tests.Cuda.Driver;

/// <summary>A compilation: PTX that the machine's parser takes becomes an image, everything else a line in the log.</summary>
internal sealed class FakeLink
{
    internal nint Log { get; set; }

    internal int LogSizeInBytes { get; set; }

    internal byte[] Image { get; private set; } = [];

    internal CudaStatus Compile(string ptx, string prefix)
    {
        try
        {
            PtxParser.Parse(ptx);
        }
        catch (PtxException error)
        {
            var text = Encoding.UTF8.GetBytes($"ptxas fatal: {error.Message}\0");
            Marshal.Copy(text, 0, Log, Math.Min(text.Length, LogSizeInBytes));
            return CudaStatus.CUDA_ERROR_INVALID_PTX;
        }

        var code = Encoding.UTF8.GetBytes(prefix + ptx + '\0');
        Image = GC.AllocateUninitializedArray<byte>(code.Length, pinned: true);
        code.CopyTo(Image, 0);
        return CudaStatus.CUDA_SUCCESS;
    }
}
