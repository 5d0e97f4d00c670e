namespace ILGPU;

/// <summary>A typed view whose elements lie side by side.</summary>
public interface IContiguousArrayView<T> : IArrayView<T>, IContiguousArrayView
    where T : unmanaged
{
}
