namespace ILGPU;

/// <summary>A view of elements of type <typeparamref name="T"/>.</summary>
public interface IArrayView<T> : IArrayView
    where T : unmanaged
{
}
