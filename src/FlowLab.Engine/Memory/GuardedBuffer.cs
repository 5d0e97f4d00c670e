using System.Runtime.InteropServices;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Memory;

/// <summary>
/// Device memory for kernels of plugins, between two zones of known bytes: a kernel that writes a little before or behind its view writes there, and is found
/// out by <see cref="DeviceGuards"/>, instead of changing somebody else's numbers. The bytes are those of a NaN, so that what is read there shows as well.
/// </summary>
/// <typeparam name="T">A number of 32 bits.</typeparam>
internal sealed class GuardedBuffer<T> : IGuardedBuffer, IDisposable where T : unmanaged
{
    // A multiple of 256 bytes, so that the part in the middle lies where a buffer of its own would.
    private const int ZoneLength = 64;
    private const byte ZoneByte = 0xFF;

    private static readonly T[] Zone = NewZone();

    private readonly DeviceGuards _guards;
    private readonly MemoryBuffer1D<T, Stride1D.Dense> _buffer;

    /// <param name="accelerator">The device.</param>
    /// <param name="name">What it holds, for messages: "log-det [R, B]".</param>
    /// <param name="length">Elements; of undefined content.</param>
    public GuardedBuffer(Accelerator accelerator, string name, long length)
    {
        Name = name;
        _guards = DeviceGuards.Of(accelerator);
        _buffer = accelerator.Allocate1D<T>(length + 2 * ZoneLength);
        View = _buffer.View.SubView(ZoneLength, length);
        Fill(Before);
        Fill(Behind);
        _guards.Add(this);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Elements.</summary>
    public long Length => View.Length;

    /// <inheritdoc/>
    public long Bytes => _buffer.LengthInBytes;

    /// <summary>The memory between the zones.</summary>
    public ArrayView1D<T, Stride1D.Dense> View { get; }

    private ArrayView1D<T, Stride1D.Dense> Before => _buffer.View.SubView(0, ZoneLength);

    private ArrayView1D<T, Stride1D.Dense> Behind => _buffer.View.SubView(ZoneLength + Length, ZoneLength);

    /// <inheritdoc/>
    public MemoryOverrun? TakeOverrun() => TakeOverrun(Before, -ZoneLength) ?? TakeOverrun(Behind, Length);

    /// <summary>
    /// Zero bytes everywhere between the zones. On OpenCL the whole buffer at once, see <see cref="DeviceZeros"/> for why no part of it: what was written into the zones
    /// since the last look goes unnoticed there.
    /// </summary>
    public void Clear()
    {
        if (_buffer.AcceleratorType != AcceleratorType.OpenCL)
        {
            View.AsContiguous().MemSetToZero();
            return;
        }
        _buffer.MemSetToZero();
        Fill(Before);
        Fill(Behind);
    }

    /// <summary>Takes a last look at the zones and frees the memory.</summary>
    public void Dispose()
    {
        _guards.Remove(this);
        _buffer.Dispose();
    }

    private static void Fill(ArrayView1D<T, Stride1D.Dense> zone) => zone.CopyFromCPU(Zone);

    private static T[] NewZone()
    {
        var zone = new T[ZoneLength];
        MemoryMarshal.AsBytes(zone.AsSpan()).Fill(ZoneByte);
        return zone;
    }

    private MemoryOverrun? TakeOverrun(ArrayView1D<T, Stride1D.Dense> zone, long first)
    {
        T[] values = zone.AsContiguous().GetAsArray();
        int changed = 0, firstChanged = -1;
        for (int i = 0; i < values.Length; i++)
        {
            if (!MemoryMarshal.AsBytes(values.AsSpan(i, 1)).ContainsAnyExcept(ZoneByte))
                continue;
            changed++;
            firstChanged = firstChanged < 0 ? i : firstChanged;
        }
        if (changed == 0)
            return null;
        Fill(zone);
        return new MemoryOverrun(Name, Length, first + firstChanged, changed);
    }
}
