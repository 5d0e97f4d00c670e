using System.Buffers;
using System.Runtime.InteropServices;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Testing.Bench;

/// <summary>
/// Numbers on the device between two zones that nobody may touch. A write into a zone shows when it is looked at; a read from one brings in the number that
/// the zones are filled with, NaN unless said otherwise. Zones and numbers go to the device and come back in one transfer.
/// </summary>
internal sealed class GuardedBuffer : IDisposable
{
    /// <summary>Numbers in each zone.</summary>
    public const int ZoneLength = 1024;

    private readonly MemoryBuffer1D<float, Stride1D.Dense> _memory;
    private readonly int _length;
    private readonly float _zone;

    /// <param name="accelerator">The device.</param>
    /// <param name="values">What is between the zones.</param>
    /// <param name="zone">What the zones are filled with.</param>
    public GuardedBuffer(Accelerator accelerator, float[] values, float zone = float.NaN)
        : this(accelerator, values.Length, zone, values.CopyTo)
    {
    }

    private GuardedBuffer(Accelerator accelerator, int length, float zone, Action<Memory<float>> fill)
    {
        _length = length;
        _zone = zone;
        _memory = accelerator.Allocate1D<float>(length + 2 * ZoneLength);
        float[] whole = ArrayPool<float>.Shared.Rent(length + 2 * ZoneLength);
        whole.AsSpan(0, ZoneLength).Fill(zone);
        fill(whole.AsMemory(ZoneLength, length));
        whole.AsSpan(ZoneLength + length, ZoneLength).Fill(zone);
        Whole.CopyFromCPU((ReadOnlySpan<float>)whole.AsSpan(0, length + 2 * ZoneLength));
        ArrayPool<float>.Shared.Return(whole);
    }

    /// <summary>What is seen of a buffer at one moment.</summary>
    /// <param name="values">The numbers between the zones.</param>
    /// <param name="firstTouched">Where a zone has been written to, counted from the first number between the zones; null if nowhere.</param>
    public delegate T Sight<T>(ReadOnlySpan<float> values, int? firstTouched);

    /// <summary>The numbers between the zones.</summary>
    public ArrayView<float> View => Whole.SubView(ZoneLength, _length);

    private ArrayView<float> Whole => _memory.View;

    /// <summary>A buffer that holds one number everywhere.</summary>
    public static GuardedBuffer Filled(Accelerator accelerator, int length, float value, float zone = float.NaN) =>
        new(accelerator, Math.Max(1, length), zone, values => values.Span.Fill(value));

    /// <summary>Looks at the buffer as it is now.</summary>
    public T Look<T>(Sight<T> sight)
    {
        float[] whole = ArrayPool<float>.Shared.Rent(_length + 2 * ZoneLength);
        Whole.CopyToCPU(whole.AsSpan(0, _length + 2 * ZoneLength));
        int before = FindTouched(whole.AsSpan(0, ZoneLength)), after = FindTouched(whole.AsSpan(ZoneLength + _length, ZoneLength));
        T seen = sight(whole.AsSpan(ZoneLength, _length), before >= 0 ? before - ZoneLength : after >= 0 ? _length + after : null);
        ArrayPool<float>.Shared.Return(whole);
        return seen;
    }

    /// <summary>Reads the numbers between the zones.</summary>
    /// <param name="firstTouched">Where a zone has been written to, counted from the first number between the zones; null if nowhere.</param>
    public float[] Read(out int? firstTouched)
    {
        (float[] values, firstTouched) = Look((values, touched) => (values.ToArray(), touched));
        return values;
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();

    /// <summary>The first number of a zone that is not what it was; -1 if there is none.</summary>
    private int FindTouched(ReadOnlySpan<float> zone) => MemoryMarshal.Cast<float, int>(zone).IndexOfAnyExcept(BitConverter.SingleToInt32Bits(_zone));
}
