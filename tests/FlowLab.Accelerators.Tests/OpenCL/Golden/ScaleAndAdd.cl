// GoldenKernels.ScaleAndAdd
#pragma OPENCL FP_CONTRACT OFF

typedef float __attribute__((may_alias)) float_m;

__kernel void GoldenKernels_ScaleAndAdd(
    const long extent_x,
    __global uchar* p1_x_ptr_buffer,
    const long p1_x_ptr_offset,
    __global uchar* p2_y_ptr_buffer,
    const long p2_y_ptr_offset,
    const float p3_scale)
{
    if ((long)get_global_id(0) >= extent_x) return;
    __global uchar* const p1_x_ptr = p1_x_ptr_buffer + p1_x_ptr_offset;
    __global uchar* const p2_y_ptr = p2_y_ptr_buffer + p2_y_ptr_offset;
    const int at_i_X = (int)get_global_id(0);
    __global uchar* v4 = p2_y_ptr + (long)at_i_X * 4L;
    __global uchar* v5 = p1_x_ptr + (long)at_i_X * 4L;
    float v6 = *(__global float_m*)v5;
    float v7 = v6 * p3_scale;
    float v8 = v7 + as_float(0x3DCCCCCDu /* 0.1 */);
    float v9 = v8 - 2.5f;
    *(__global float_m*)v4 = v9;
}
