namespace ILGPU.Runtime.Cuda;

/// <summary>Streams and events.</summary>
internal sealed unsafe partial class CudaApi
{
    private delegate* unmanaged<nint*, uint, CudaStatus> _streamCreate;
    private delegate* unmanaged<nint, CudaStatus> _streamDestroy;
    private delegate* unmanaged<nint, CudaStatus> _streamSynchronize;
    private delegate* unmanaged<nint*, uint, CudaStatus> _eventCreate;
    private delegate* unmanaged<nint, CudaStatus> _eventDestroy;
    private delegate* unmanaged<nint, nint, CudaStatus> _eventRecord;
    private delegate* unmanaged<nint, CudaStatus> _eventSynchronize;
    private delegate* unmanaged<float*, nint, nint, CudaStatus> _eventElapsedTime;

    internal CudaStatus StreamCreate(nint* stream, uint flags) => _streamCreate(stream, flags);

    internal CudaStatus StreamDestroy(nint stream) => _streamDestroy(stream);

    internal CudaStatus StreamSynchronize(nint stream) => _streamSynchronize(stream);

    internal CudaStatus EventCreate(nint* @event, uint flags) => _eventCreate(@event, flags);

    internal CudaStatus EventDestroy(nint @event) => _eventDestroy(@event);

    internal CudaStatus EventRecord(nint @event, nint stream) => _eventRecord(@event, stream);

    internal CudaStatus EventSynchronize(nint @event) => _eventSynchronize(@event);

    internal CudaStatus EventElapsedTime(float* milliseconds, nint start, nint end) => _eventElapsedTime(milliseconds, start, end);

    private void FindStreams()
    {
        _streamCreate = (delegate* unmanaged<nint*, uint, CudaStatus>)Find("cuStreamCreate");
        _streamDestroy = (delegate* unmanaged<nint, CudaStatus>)Find("cuStreamDestroy_v2");
        _streamSynchronize = (delegate* unmanaged<nint, CudaStatus>)Find("cuStreamSynchronize");
        _eventCreate = (delegate* unmanaged<nint*, uint, CudaStatus>)Find("cuEventCreate");
        _eventDestroy = (delegate* unmanaged<nint, CudaStatus>)Find("cuEventDestroy_v2");
        _eventRecord = (delegate* unmanaged<nint, nint, CudaStatus>)Find("cuEventRecord");
        _eventSynchronize = (delegate* unmanaged<nint, CudaStatus>)Find("cuEventSynchronize");
        _eventElapsedTime = (delegate* unmanaged<float*, nint, nint, CudaStatus>)Find("cuEventElapsedTime");
    }
}
