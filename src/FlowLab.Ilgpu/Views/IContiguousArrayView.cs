namespace ILGPU;

/// <summary>A view whose elements lie side by side, so that it can be copied as one block of bytes.</summary>
public interface IContiguousArrayView : IArrayView
{
    /// <summary>Bytes between the start of the buffer and the first element.</summary>
    internal long OffsetInBytes { get; }
}
