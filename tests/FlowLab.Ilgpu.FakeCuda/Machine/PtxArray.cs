namespace ILGPU.Tests.Cuda.Machine;

/// <summary>Bytes that stay where they are, filled with what nobody should read.</summary>
internal sealed unsafe class PtxArray
{
    private readonly byte[] _bytes;

    internal PtxArray(int length)
    {
        _bytes = GC.AllocateUninitializedArray<byte>(Math.Max(length, 1), pinned: true);
        Length = length;
        Array.Fill(_bytes, (byte)0xCD);
        Pointer = (byte*)System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(_bytes, 0);
    }

    internal PtxArray(byte[] content)
        : this(content.Length) => content.CopyTo(_bytes, 0);

    internal int Length { get; }

    internal byte* Pointer { get; }
}
