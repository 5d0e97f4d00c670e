// GoldenKernels.Plane
#pragma OPENCL FP_CONTRACT OFF

typedef float __attribute__((may_alias)) float_m;

static float min_float(float a, float b)
{
    return a != b ? (a < b || a != a ? a : b) : (signbit(a) ? a : b);
}

__kernel void GoldenKernels_Plane(
    const long extent_x,
    const long extent_y,
    __global uchar* p1_x_ptr_buffer,
    const long p1_x_ptr_offset,
    const long p2_width_X)
{
    if ((long)get_global_id(0) >= extent_x || (long)get_global_id(1) >= extent_y) return;
    __global uchar* const p1_x_ptr = p1_x_ptr_buffer + p1_x_ptr_offset;
    const int at_i_X = (int)get_global_id(0);
    const int at_i_Y = (int)get_global_id(1);
    long v4 = (long)at_i_X;
    long v5 = (long)at_i_Y;
    long v6 = (long)((ulong)v5 * (ulong)p2_width_X);
    long v7 = (long)((ulong)v4 + (ulong)v6);
    __global uchar* v8 = p1_x_ptr + (long)v7 * 4L;
    __global uchar* v9 = p1_x_ptr + (long)at_i_X * 4L;
    float v10 = *(__global float_m*)v9;
    float v11 = (float)at_i_Y;
    float v12 = sqrt(v11);
    float v13 = min_float(v10, v12);
    *(__global float_m*)v8 = v13;
}
