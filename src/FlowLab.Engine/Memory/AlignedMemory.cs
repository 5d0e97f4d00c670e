using System.Runtime.InteropServices;

namespace FlowLab.Engine.Memory;

/// <summary>Native memory that grows on demand and loses its content when it does.</summary>
internal sealed unsafe class AlignedMemory : IDisposable
{
    private const nuint AlignmentInBytes = 64;

    private static long _held;

    private nint _length;

    ~AlignedMemory() => Free();

    /// <summary>Bytes that all of them have in this process.</summary>
    internal static long Held => Interlocked.Read(ref _held);

    /// <summary>The first element, on a cache line of its own.</summary>
    internal float* Pointer { get; private set; }

    /// <summary>Makes room for at least <paramref name="length"/> floats.</summary>
    internal void Reserve(nint length)
    {
        if (length <= _length)
            return;
        Free();
        Pointer = (float*)NativeMemory.AlignedAlloc(checked((nuint)length * sizeof(float)), AlignmentInBytes);
        _length = length;
        Interlocked.Add(ref _held, length * sizeof(float));
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(Pointer);
        Interlocked.Add(ref _held, -_length * sizeof(float));
        Pointer = null;
        _length = 0;
    }
}
